package planner.adapter.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.TextLimit;
import planner.network.Network;

/** The section of one network. */
final class CoveragePage {
    private static final String LIMITS = "anOptionAtItsLimitIsTakenAndOneOverIsRefused";
    private static final String WIRE = "everyOptionReachesTheWire";

    private final OptionsContract contract;
    private final Class<?> type;
    private final Network network;

    CoveragePage(OptionsContract contract) {
        this.contract = contract;
        this.type = contract.getClass();
        this.network = contract.network(contract.stage.transport());
    }

    String text() {
        return "## " + network.capabilities().name() + "\n\n" + "Proven by " + Links.named(type)
                + "; the limits as the planner keeps them stand in [its page](networks/"
                + network.id().value() + ".md).\n\n" + formats() + media() + options();
    }

    private List<Format> all() {
        return network.capabilities().formats();
    }

    private String formats() {
        var text = new StringBuilder(
                "| format | published, approved, cut | texts at their limit and one over |\n|---|---|---|\n");
        for (var format : all()) {
            var samples = contract.samples().all().stream()
                    .filter(sample -> sample.format().equals(format.id()))
                    .map(Sample::name)
                    .toList();
            text.append("| `%s` | %s | %s |\n"
                    .formatted(
                            format.id(),
                            Links.to("✓ " + String.join(", ", samples), type, "everySamplePublishes"),
                            texts(format)));
        }
        return text.append('\n').toString();
    }

    private String texts(Format format) {
        if (format.text().isEmpty()) {
            return "has none";
        }
        return format.text().stream()
                .map(limit -> {
                    if (contract.carrier(format, limit).isEmpty()) {
                        throw new AssertionError(
                                "no sample of " + network.id() + " " + format.id() + " shows its " + limit.field());
                    }
                    return Links.to("✓ " + said(limit), type, "atEachTextLimitThePostIsTakenAndOneOverIsRefused");
                })
                .collect(Collectors.joining("<br>"));
    }

    private static String said(TextLimit limit) {
        return lower(limit.field()) + " " + (limit.min() > 0 ? limit.min() + " to " : "at most ") + limit.max() + " "
                + lower(limit.unit()).replace('_', ' ');
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String media() {
        var edges = contract.edges();
        if (edges.isEmpty()) {
            return "No format takes files.\n\n";
        }
        var text = new StringBuilder("| format | media | preflight | the network |\n|---|---|---|---|\n");
        for (var edge : edges) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            edge.format(),
                            edge.bound(),
                            Links.to(
                                    edge.over().isEmpty() ? "✓ another rule takes more" : "✓",
                                    type,
                                    "everyNumberOfTheMediaIsKeptByPreflight"),
                            sent(edge)));
        }
        return text.append('\n').toString();
    }

    private String sent(MediaEdge edge) {
        var saying = contract.saying(edge);
        if (!saying.by().isEmpty()) {
            var proof = saying.proof(type);
            return Links.to("✓ `#" + proof.method() + "`", proof);
        }
        var words = new ArrayList<String>();
        if (edge.fullIsSendable()) {
            words.add("takes it");
        }
        if (edge.overIsSendable()) {
            words.add(contract.beyond().taken(edge.name()) ? "more goes through: the limit is ours" : "refuses more");
        }
        return words.isEmpty()
                ? "such a file is not sent in a test"
                : Links.to("✓ " + String.join(", ", words), type, "filesAtTheirEdgeAreTakenAndOneStepBeyondRefused");
    }

    private String options() {
        var rows = new LinkedHashMap<String, LinkedHashMap<String, List<OptionCase>>>();
        for (var one : contract.cases()) {
            rows.computeIfAbsent(one.path(), path -> new LinkedHashMap<>())
                    .computeIfAbsent(one.format(), format -> new ArrayList<>())
                    .add(one);
        }
        var text = new StringBuilder("| option |");
        all().forEach(format -> text.append(" `").append(format.id()).append("` |"));
        text.append("\n|---|").append("---|".repeat(all().size())).append('\n');
        rows.forEach((path, cells) -> {
            text.append("| `").append(path).append("` |");
            for (var format : all()) {
                var cases = cells.get(format.id());
                text.append(' ')
                        .append(cases == null ? "not offered" : cell(cases))
                        .append(" |");
            }
            text.append('\n');
        });
        return text.append('\n').toString();
    }

    private String cell(List<OptionCase> cases) {
        var lines = new ArrayList<String>();
        var first = cases.getFirst();
        if (!first.entry().ours().isEmpty()) {
            var proof = first.entry().proof(type);
            return Links.to("✓ " + first.entry().ours(), proof);
        }
        var sent = cases.stream().filter(one -> one.entry().refused().isEmpty()).toList();
        if (!sent.isEmpty()) {
            var labels = sent.size() == 1 && !constant(sent.getFirst())
                    ? "a value"
                    : sent.stream().map(OptionCase::label).collect(Collectors.joining(", "));
            lines.add(Links.to("✓ " + labels, type, WIRE));
        }
        for (var one : cases) {
            if (!one.entry().refused().isEmpty()) {
                var proof = one.entry().proof(type);
                lines.add(Links.to("✓ " + one.label() + ": `" + one.entry().refused() + "`", proof));
            }
        }
        contract.limits().stream()
                .filter(limit -> limit.of().path().equals(first.path())
                        && limit.of().format().equals(first.format()))
                .forEach(limit -> lines.add(limit(limit)));
        return String.join("<br>", lines);
    }

    private static boolean constant(OptionCase one) {
        return one.label().matches("[A-Z][A-Z_]*|true|false|[a-z]+/[a-z0-9.+-]+");
    }

    private String limit(OptionLimit limit) {
        var by = limit.of().entry().limitsBy();
        if (!by.isEmpty()) {
            var proof = Proof.of(type, by);
            return Links.to("✓ " + limit.bound(), proof);
        }
        if (!limit.of().entry().refused().isEmpty()) {
            var proof = limit.of().entry().proof(type);
            return Links.to("✓ " + limit.bound(), proof);
        }
        boolean ours = contract.beyond().taken(limit.name());
        return Links.to("✓ " + limit.bound() + (ours ? " (ours alone)" : ""), type, LIMITS);
    }
}
