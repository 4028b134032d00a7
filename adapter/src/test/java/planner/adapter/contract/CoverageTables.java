package planner.adapter.contract;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is the same for all networks, side by side. */
record CoverageTables(List<Class<? extends NetworkContract>> contracts) {
    private static final Pattern CHOICES = Pattern.compile("\\.choices\\(\\)|Choices\\(|ChoiceReader");
    private static final Pattern WEBHOOKS = Pattern.compile("\\.webhooks\\(\\)|WebhookReader|Webhooks?\\(");

    String networks(Collection<OptionsContract> primary) {
        var text = new StringBuilder("## All networks\n\n");
        text.append(
                "| network | cut at every request | never two posts | refusals understood | pick lists | webhooks |");
        text.append("\n|---|---|---|---|---|---|\n");
        for (var contract : primary) {
            contract.open();
            try {
                text.append(row(contract));
            } finally {
                contract.close();
            }
        }
        return text.append('\n').toString();
    }

    private String row(OptionsContract contract) {
        var type = contract.getClass();
        var network = contract.network(contract.stage.transport());
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        network.capabilities().name(),
                        ways(contract),
                        told(contract),
                        Links.to(contract.faults().size() + " answers", type, "refusalsAreUnderstood"),
                        network.choices().isEmpty() ? "has none" : asked(type, CHOICES),
                        network.webhooks().isEmpty() ? "has none" : asked(type, WEBHOOKS));
    }

    /** Every way to connect is a contract test of its own. */
    private String ways(OptionsContract contract) {
        return contracts.stream()
                .filter(type -> type.getPackageName().equals(contract.getClass().getPackageName()))
                .map(type -> {
                    int samples = CoverageTest.made(type).samples().all().size();
                    return Links.to(
                            "✓ " + samples + " posts × " + Cut.values().length + " ways",
                            type,
                            "aCutPublishIsNeverRepeatedNorLost");
                })
                .collect(Collectors.joining("<br>"));
    }

    private static String told(OptionsContract contract) {
        var samples = contract.samples().all();
        long open = samples.stream()
                .flatMap(sample -> Arrays.stream(Cut.values()).filter(cut -> !contract.tells(sample, cut)))
                .count();
        var words = open == 0
                ? "✓ the network always tells what became of it"
                : "✓ a person is asked where the network cannot tell";
        return Links.to(words, contract.getClass(), "reconcileOnlyReads");
    }

    private static String asked(Class<?> type, Pattern word) {
        var links = Links.asking(type, word);
        if (links.isEmpty()) {
            throw new AssertionError("no test beside " + type.getSimpleName() + " asks " + word);
        }
        return "✓ " + String.join("<br>", links);
    }
}
