package planner.publish;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import planner.channel.FindingWords;
import planner.channel.NetworkDirectory;
import planner.channel.NetworkTexts;
import planner.network.Finding;
import planner.network.NetworkId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told in a story, in the reader's language. Our own sentences are stored in English, and the bundles of this room
 * and of the networks translate them by the sentence itself ({@code says.<sentence>}); the networks' words stay.
 */
@Component
class Sayings {
    private static final String SAYS = "says.";
    private static final String FINDING = "finding:";
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Every sentence of ours has words in this language. */
    private static final Locale TRANSLATED = Locale.forLanguageTag("pl");

    private final NetworkDirectory networks;
    private final MessageSource messages;

    Sayings(NetworkDirectory networks, MessageSource messages) {
        this.networks = networks;
        this.messages = messages;
    }

    /** A finding as it is stored in a story. */
    static String finding(Finding finding) {
        return FINDING + JSON.writeValueAsString(finding);
    }

    String in(Locale locale, NetworkId network, String said) {
        if (said.startsWith(Ledger.BUDGET)) {
            var budget = said.substring(Ledger.BUDGET.length());
            var name = networks.find(network)
                    .map(known -> NetworkTexts.text(known, "budget." + budget, locale))
                    .orElse(budget);
            return messages.getMessage("why.budget", new Object[] {name}, locale);
        }
        if (said.startsWith(Ledger.FILES)) {
            var percent = new Object[] {said.substring(Ledger.FILES.length())};
            return messages.getMessage("why.files", percent, locale);
        }
        if (said.startsWith(Ledger.FILE)) {
            var problem = said.substring(Ledger.FILE.length()).split(":", 2);
            var words = messages.getMessage("file." + problem[0], null, "", locale);
            return messages.getMessage("why.file", new Object[] {problem[problem.length - 1], words}, locale);
        }
        if (said.startsWith(Ledger.HANDED_OVER)) {
            return in(locale, network, said.substring(Ledger.HANDED_OVER.length()));
        }
        return said.startsWith(FINDING)
                ? finding(said.substring(FINDING.length()), network, locale).orElse(said)
                : NetworkTexts.said(said, words -> words(locale, network, words));
    }

    private Optional<String> finding(String stored, NetworkId network, Locale locale) {
        try {
            var finding = JSON.readValue(stored, Finding.class);
            return networks.find(network).map(known -> new FindingWords(locale).of(known, finding));
        } catch (JacksonException e) {
            // a network's own words may begin like this, too
            return Optional.empty();
        }
    }

    /** Why it is tried again: what the network said stays as it is, and what follows from it is told. */
    String again(Locale locale, NetworkId network, String said) {
        boolean ours = said.startsWith(Ledger.BUDGET)
                || said.startsWith(Ledger.FILES)
                || said.startsWith(Ledger.HANDED_OVER)
                || words(TRANSLATED, network, said).isPresent();
        var words = in(locale, network, said);
        return ours ? words : messages.getMessage("why.again", new Object[] {words}, locale);
    }

    private Optional<String> words(Locale locale, NetworkId network, String said) {
        return Optional.of(text(locale, network, SAYS + said, "")).filter(words -> !words.isEmpty());
    }

    /** The network's own words for this key, else ours. */
    String text(Locale locale, NetworkId network, String key, String otherwise) {
        return networks.find(network)
                .flatMap(known -> NetworkTexts.find(known, key, locale))
                // without arguments, so that the braces of others stay as they are
                .or(() -> Optional.ofNullable(messages.getMessage(key, null, otherwise, locale)))
                .orElse(otherwise);
    }
}
