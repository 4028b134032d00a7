package planner.network;

import java.util.List;
import java.util.Map;

/** Reads pick lists from the network. */
public interface ChoiceReader {
    /**
     * @param list the name in {@link Option#choices()}
     * @param context what was chosen so far (option name → value), for lists that depend on others
     */
    List<Choice> choices(String list, Map<String, String> context, Session session);

    /**
     * @param value what is stored
     * @param label what is shown
     * @param enabled false = shown but greyed
     */
    record Choice(String value, String label, boolean enabled) {}
}
