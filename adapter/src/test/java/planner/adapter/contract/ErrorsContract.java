package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.ErrorTable.Answer;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.network.Credential;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Network;
import planner.network.NetworkException;

/**
 * Every error that a network's sheet knows is understood: it has the class that the sheet gives it, and words in both languages
 * that say what to do. The answers stand in {@link ErrorTable}; run with {@code -Dapprove=true} to write down what each is taken
 * for.
 */
public abstract class ErrorsContract {
    /** Codes whose words are for whatever has none of its own. */
    private static final Set<String> GENERAL = Set.of("refused", "failed");

    protected static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);
    protected static final Environment NO_SETTINGS = new MapEnvironment(Map.of());

    private ErrorTable table;

    /** As its folders of resources and its sheet are called. */
    protected abstract String network();

    /** @param door which service answers so; empty for what publishing calls */
    protected abstract Fault fault(String door, Reply reply);

    protected boolean hasSheet() {
        return true;
    }

    /** What the token service's answer means when a token is to be renewed. */
    protected static Fault refusedRefresh(Function<Http, Network> network, Reply reply) {
        var connector = network.apply(new Http(call -> reply)).connectors().getFirst();
        var old = new Credential("old-access", "old-refresh", null, Set.of(), Map.of());
        return catchThrowableOfType(NetworkException.class, () -> connector.refresh(old))
                .fault();
    }

    /** What must occur in the answers of a row of the sheet. */
    protected Set<String> codes(String row) {
        return ErrorSheet.codes(row);
    }

    @BeforeEach
    void read() {
        table = ErrorTable.of(network());
    }

    @Test
    void everyErrorOfTheSheetIsHere() {
        if (!hasSheet()) {
            assertThat(rows('=')).isNotEmpty();
            return;
        }
        var sheet = new ErrorSheet(network());
        assertThat(rows('=').keySet())
                .containsExactlyInAnyOrderElementsOf(sheet.rows().keySet());
        var missing = new ArrayList<String>();
        rows('=').forEach((row, answers) -> missing.addAll(missing(row, answers)));
        rows('~').forEach((row, answers) -> {
            assertThat(sheet.sentence(row))
                    .as("the sheet no longer says: %s", row)
                    .isNotEmpty();
            missing.addAll(missing(sheet.sentence(row), answers));
        });
        assertThat(missing).as("codes of the sheet that no answer holds").isEmpty();
    }

    private List<String> missing(String row, List<Answer> answers) {
        var all = answers.stream()
                .map(Answer::text)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return codes(row).stream()
                .filter(code -> !all.replace("\\\"", "\"").contains(code))
                .map(code -> row + ": " + code)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyErrorIsTakenForWhatItIs() {
        if (Boolean.getBoolean("approve")) {
            table.approve(answer -> answer.isOutcome() ? became(answer) : taken(fault(answer)));
            read();
        }
        return table.rows().entrySet().stream()
                .flatMap(row -> row.getValue().stream()
                        .map(answer -> DynamicTest.dynamicTest(
                                row.getKey() + " " + answer.text().strip(), () -> understood(answer))));
    }

    private void understood(Answer answer) {
        if (answer.isOutcome()) {
            assertThat(became(answer)).isEqualTo(answer.taken());
        } else {
            assertThat(taken(fault(answer))).isEqualTo(answer.taken());
        }
        if (answer.isOutcome() || answer.retried()) {
            Proof.of(getClass(), answer.proof());
        }
    }

    /** What becomes of a post whose network answers so where it is asked for this. */
    protected MiniWalk.End outcome(String door, Reply reply) {
        throw new AssertionError("nobody says what becomes of a post after this answer of " + door);
    }

    private String became(Answer answer) {
        return ErrorTable.OUTCOME + ": "
                + switch (outcome(answer.door(), answer.reply())) {
                    case MiniWalk.End.Published published -> "published";
                    case MiniWalk.End.Failed(var fault) -> taken(fault);
                    case MiniWalk.End.Unconfirmed unconfirmed -> "a person is asked";
                };
    }

    /** Where it is another class than the sheet's, the line says why; where it is the same, it says nothing. */
    @Test
    void theClassIsThatOfTheSheet() {
        if (!hasSheet()) {
            assertThat(rows('=').values())
                    .allSatisfy(answers -> assertThat(answers)
                            .allSatisfy(answer -> assertThat(answer.why()).isEmpty()));
            return;
        }
        var sheet = new ErrorSheet(network()).rows();
        var wrong = new ArrayList<String>();
        rows('=').forEach((row, answers) -> {
            var said = sheet.getOrDefault(row, "");
            for (var answer : answers) {
                var fault = answer.isOutcome() ? "" : answer.taken().split("\\W")[0];
                if (SheetClass.of(said).is(fault, answer.retried())
                        != answer.reason().isEmpty()) {
                    wrong.add(answer.text().strip() + " is " + answer.taken() + ", the sheet says " + said);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyErrorSaysWhatToDoInBothLanguages() {
        var english = words(Locale.ROOT);
        var polish = words(Locale.forLanguageTag("pl"));
        var silent = new TreeSet<String>();
        var known = new LinkedHashMap<>(rows('='));
        known.putAll(rows('~'));
        known.keySet().removeIf(row -> row.startsWith("any other"));
        for (var answer : known.values().stream().flatMap(List::stream).toList()) {
            if (answer.isOutcome()) {
                continue;
            }
            if (fault(answer) instanceof Fault.Rejected(var code, var message)) {
                var key = "fault." + code;
                if (GENERAL.contains(code)) {
                    silent.add(answer.text().strip() + " has no words of its own");
                } else if (!advises(english, key, Advice.ENGLISH) || !advises(polish, key, Advice.POLISH)) {
                    silent.add(key + " does not say what to do");
                }
            } else if (ours(fault(answer))
                    && (!Advice.ENGLISH.in(detail(fault(answer)))
                            || !advises(polish, "says." + detail(fault(answer)), Advice.POLISH))) {
                silent.add(detail(fault(answer)) + " does not say what to do");
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean advises(ResourceBundle words, String key, Advice advice) {
        return words.containsKey(key) && advice.in(words.getString(key));
    }

    /** Before the point of no return a refusal is one; trouble may have done it; and what was said is kept. */
    @Test
    void whatNobodyKnowsIsTakenSafelyAndKept() {
        var unknown = rows('?').values().stream().flatMap(List::stream).toList();
        assertThat(unknown).extracting(answer -> answer.taken().split("\\W")[0]).contains("Rejected", "Unavailable");
        assertThat(unknown).allSatisfy(answer -> {
            var fault = fault(answer);
            assertThat(answer.named())
                    .isNotEmpty()
                    .allSatisfy(said -> assertThat(answer.reply().status() + " " + detail(fault))
                            .contains(said));
            if (answer.reply().status() >= 500) {
                assertThat(fault).isEqualTo(new Fault.Unavailable(true, detail(fault)));
            } else {
                assertThat(fault).isInstanceOf(Fault.Rejected.class);
            }
        });
    }

    /** Without the mark before them. */
    private Map<String, List<Answer>> rows(char mark) {
        var rows = new LinkedHashMap<String, List<Answer>>();
        table.rows().forEach((row, answers) -> {
            if (row.charAt(0) == mark) {
                assertThat(answers).as("answers of %s", row).isNotEmpty();
                rows.put(row.substring(1).strip(), answers);
            }
        });
        return rows;
    }

    private Fault fault(Answer answer) {
        return fault(answer.door(), answer.reply());
    }

    private String taken(Fault fault) {
        return switch (fault) {
                    case Fault.Busy(var rest, var scope, var words) ->
                        "Busy " + rest + " " + scope.name().toLowerCase(Locale.ROOT);
                    case Fault.Unavailable(var maybe, var words) ->
                        "Unavailable, " + (maybe ? "maybe done" : "nothing done");
                    case Fault.Expired expired -> "Expired";
                    case Fault.Revoked revoked -> "Revoked";
                    case Fault.Rejected(var code, var words) -> "Rejected " + code;
                }
                + (ours(fault) ? ", in our words" : "");
    }

    /** A sentence of ours has its translation beside it; the network's words stay as they are. */
    private boolean ours(Fault fault) {
        return words(Locale.forLanguageTag("pl")).containsKey("says." + detail(fault));
    }

    private static String detail(Fault fault) {
        return switch (fault) {
            case Fault.Busy busy -> busy.detail();
            case Fault.Unavailable away -> away.detail();
            case Fault.Expired expired -> expired.detail();
            case Fault.Revoked revoked -> revoked.detail();
            case Fault.Rejected rejected -> rejected.message();
        };
    }

    private ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                getClass().getPackageName() + ".messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
