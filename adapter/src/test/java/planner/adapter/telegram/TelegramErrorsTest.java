package planner.adapter.telegram;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import planner.adapter.contract.ErrorsContract;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class TelegramErrorsTest extends ErrorsContract {
    @Override
    protected String network() {
        return "telegram";
    }

    @Override
    protected Fault fault(String door, Reply reply) {
        return TelegramFaults.classify(reply);
    }

    /** Its codes are sentences. */
    @Override
    protected Set<String> codes(String row) {
        var codes = new TreeSet<>(super.codes(row));
        for (var part : row.replaceAll("\\([^)]*\\)|\"|^[0-9]+ ", "").split("[;/,…]|#?\\bN\\b")) {
            codes.add(part.strip().toLowerCase(Locale.ROOT));
        }
        codes.remove("");
        return codes;
    }
}
