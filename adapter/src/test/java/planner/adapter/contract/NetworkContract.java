package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.kit.Transport;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.TextField;
import planner.network.Capabilities.TextLimit;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.Preflight;
import planner.network.Publisher;
import planner.network.Session;
import planner.network.Step;

/**
 * What every network must keep. A network's own test extends this, says how it is made and what it does not do;
 * {@link PublishingContract} holds the tests about publishing.
 */
public abstract class NetworkContract extends VersionContract {
    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.forLanguageTag("pl"));

    @Test
    void theCapabilitiesAreComplete() {
        var network = network(stage.transport());
        var capabilities = network.capabilities();

        assertThat(network.id()).isEqualTo(samples().network());
        assertThat(capabilities.name()).isNotBlank();
        assertThat(network.connectors()).isNotEmpty();
        assertThat(capabilities.formats().stream().map(Format::id))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-z-]*"));
        for (var format : capabilities.formats()) {
            assertThat(format.media()).as(format.id()).isNotEmpty();
            assertThat(format.maxParts()).as(format.id()).isPositive();
            for (var set : format.media()) {
                assertThat(set.min()).isLessThanOrEqualTo(set.max());
                assertThat(set.anyOf().isEmpty()).isEqualTo(set.max() == 0);
            }
        }
    }

    @Test
    void everySamplePassesPreflight() {
        var network = network(stage.transport());
        var account = stage.connect(network).account();

        for (var sample : samples().all()) {
            assertThat(Preflight.check(network, delivery(sample), account))
                    .as(sample.name())
                    .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        }
    }

    @TestFactory
    Stream<DynamicTest> atEachTextLimitThePostIsTakenAndOneOverIsRefused() {
        return network(stage.transport()).capabilities().formats().stream()
                .flatMap(format -> format.text().stream()
                        .filter(limit -> carrier(format, limit).isPresent())
                        .map(limit -> DynamicTest.dynamicTest(
                                format.id() + " " + limit.field() + " " + limit.unit() + " " + limit.max(),
                                () -> limit(format, limit))));
    }

    private void limit(Format format, TextLimit limit) {
        close();
        open();
        var network = network(stage.transport());
        var account = stage.connect(network).account();
        var full = with(format, limit, atLimit(limit), new UUID(1, 1));
        var over = with(
                format, limit, atLimit(TextLimit.atMost(limit.field(), limit.unit(), limit.max() + 1)), new UUID(2, 2));
        var finding = limit.field().name().toLowerCase(Locale.ROOT) + ".too-long."
                + limit.unit().name().toLowerCase(Locale.ROOT);

        assertThat(Preflight.check(network, full, account))
                .noneMatch(found -> found.severity() == Finding.Severity.ERROR);
        assertThat(Preflight.check(network, over, account))
                .anyMatch(found -> found.severity() == Finding.Severity.ERROR
                        && found.rule().equals(finding)
                        && found.limit().equals("" + limit.max())
                        && found.actual().equals("" + (limit.max() + 1)));
        published(full);
        assertThat(walk(over, Map.of()).end())
                .as("what the network itself says to one more")
                .isInstanceOf(networkRefuses(format, limit) ? MiniWalk.End.Failed.class : MiniWalk.End.Published.class);
    }

    /**
     * False for a limit that is ours alone, because the network or the account on the stage takes more: then one more
     * must be taken.
     */
    protected boolean networkRefuses(Format format, TextLimit limit) {
        return true;
    }

    /** A text that uses exactly the whole limit and no other limit wholly. */
    protected String atLimit(TextLimit limit) {
        return Texts.exactly(limit.unit(), limit.max());
    }

    /** The sample that shows this text: for a description one with a described file, for a title one with a title. */
    Optional<Sample> carrier(Format format, TextLimit limit) {
        var all = samples().all().stream().filter(one -> one.format().equals(format.id()));
        return switch (limit.field()) {
            case TEXT -> all.findFirst();
            case TITLE -> all.min(Comparator.comparing(one -> one.title().isBlank()));
            // a described file of another format will do, where none of this one is described
            case ALT ->
                Stream.concat(all, samples().all().stream())
                        .filter(one -> one.parts().stream().anyMatch(NetworkContract::described))
                        .filter(one -> one.parts().stream().allMatch(part -> takes(format, part)))
                        .findFirst();
        };
    }

    private static boolean takes(Format format, Part part) {
        return format.media().stream().anyMatch(set -> MediaFacts.fits(set, part.media()));
    }

    private static boolean described(Part part) {
        return part.media().stream().anyMatch(item -> !item.alt().isBlank());
    }

    private Delivery with(Format format, TextLimit limit, String text, UUID id) {
        var sample = carrier(format, limit).orElseThrow();
        if (limit.field() == TextField.TEXT) {
            return withText(sample, text, id);
        }
        var marked = sample.delivery(id, due());
        return limit.field() == TextField.TITLE
                ? new Delivery(id, due(), format.id(), text, marked.parts(), sample.options())
                : new Delivery(id, due(), format.id(), sample.title(), described(marked, text), sample.options());
    }

    private Delivery withText(Sample sample, String text, UUID id) {
        var parts = new ArrayList<Part>();
        for (var part : sample.parts()) {
            parts.add(new Part(parts.isEmpty() ? text : part.text(), part.media()));
        }
        return new Delivery(id, due(), sample.format(), sample.title(), parts, sample.options());
    }

    /** The description stands at every file that has one. */
    private static List<Part> described(Delivery delivery, String alt) {
        return delivery.parts().stream()
                .map(part -> new Part(
                        part.text(),
                        part.media().stream()
                                .map(item -> item.alt().isBlank() ? item : TestFiles.described(item, alt))
                                .toList()))
                .toList();
    }

    @Test
    void anAccountIsConnected() {
        var grant = stage.connect(network(stage.transport()));

        assertThat(grant.account().id()).isNotBlank();
        assertThat(grant.account().name()).isNotBlank();
        assertThat(grant.credential().access()).isNotBlank();
    }

    @Test
    void aCredentialAsTextTellsNoSecret() {
        var credential = stage.connect(network(stage.transport())).credential();

        assertThat(credential.toString()).doesNotContain(credential.access());
        Optional.ofNullable(credential.refresh())
                .ifPresent(refresh -> assertThat(credential.toString()).doesNotContain(refresh));
        credential
                .extra()
                .values()
                .forEach(value -> assertThat(credential.toString()).doesNotContain(value));
    }

    @Test
    void aWrongSecretIsRefusedNamingItsField() {
        var network = network(stage.transport());
        if (!has(Behaviour.CONNECTS_BY_SECRETS)) {
            assertThat(network.connectors()).noneMatch(Connector.Secrets.class::isInstance);
            return;
        }
        var connector = (Connector.Secrets) network.connectors().getFirst();
        var secrets =
                connector.fields().stream().filter(Connector.Field::secret).toList();
        assertThat(secrets).isNotEmpty();
        for (var field : secrets) {
            var wrong = new HashMap<>(stage.form());
            wrong.put(field.name(), wrongSecret());

            var thrown = catchThrowableOfType(NetworkException.class, () -> connector.signIn(wrong));

            assertThat(thrown.fault()).isInstanceOf(Fault.Rejected.class);
            assertThat(((Fault.Rejected) thrown.fault()).code()).isEqualTo(field.name());
            assertThat(thrown).hasMessageNotContaining(wrongSecret());
        }
    }

    protected String wrongSecret() {
        return "wrong-wrong-wrong-wrong";
    }

    @Test
    void aRefreshedCredentialWorks() {
        var network = network(stage.transport());
        var grant = stage.connect(network);
        var connector = network.connectors().getFirst();

        var fresh = connector.refresh(grant.credential());

        assertThat(fresh.access().equals(grant.credential().access())).isEqualTo(!has(Behaviour.REFRESHES));
        var wire = new Wire(stage.transport());
        var session = new Session(grant.account(), fresh, TestFiles.FILES);
        assertThat(MiniWalk.of(network(wire), stage, wire, session, delivery(plainest()))
                        .run())
                .isInstanceOf(MiniWalk.End.Published.class);
    }

    @Test
    void accessThatWasTakenAwayIsSeen() {
        var network = network(stage.transport());
        var session = session(network);
        stage.revoke();
        var wire = new Wire(stage.transport());

        var end = catchFault(() -> {
            var walked = MiniWalk.of(network(wire), stage, wire, session, delivery(plainest()))
                    .run();
            return walked instanceof MiniWalk.End.Failed(var fault) ? fault : null;
        });

        assertThat(end).isInstanceOf(Fault.Revoked.class);
        assertThat(visible(ID)).isZero();
    }

    private static Fault catchFault(Supplier<@Nullable Fault> run) {
        try {
            var fault = run.get();
            assertThat(fault).isNotNull();
            return Objects.requireNonNull(fault);
        } catch (NetworkException e) {
            return e.fault();
        }
    }

    @TestFactory
    Stream<DynamicTest> refusalsAreUnderstood() {
        return faults().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    var session = session(network(stage.transport()));
                    Transport canned = call -> one.reply();

                    var fault = fault(network(canned), session);

                    assertThat(fault).isInstanceOf(one.fault());
                    if (fault instanceof Fault.Rejected(var code, var message)) {
                        assertThat(code).isEqualTo(one.code());
                        assertThat(codes()).contains(code);
                        assertThat(message).isNotBlank();
                    }
                }));
    }

    private Fault fault(Network network, Session session) {
        return fault(network.publisher(), session);
    }

    private <S extends Step> Fault fault(Publisher<S> publisher, Session session) {
        var delivery = delivery(plainest());
        var thrown = catchThrowableOfType(
                NetworkException.class, () -> publisher.perform(publisher.first(delivery), delivery, session));
        assertThat(thrown).as("no fault was thrown").isNotNull();
        return thrown.fault();
    }

    @Test
    void whatIsNotCountedIsAbsent() {
        var network = network(stage.transport());
        var walked = published(delivery(plainest()));
        var post = ((MiniWalk.End.Published) walked.end()).post();
        var session = session(network);

        var counts = network.insights()
                .map(reader -> reader.ofPost(post.id(), session))
                .orElse(Map.of());

        assertThat(counts.isEmpty()).isEqualTo(!has(Behaviour.COUNTS));
        assertThat(counts.values()).allMatch(count -> count >= 0);
    }

    /** Every word that the screens ask an adapter for, in both languages. */
    @Test
    void everythingHasWords() {
        var network = network(stage.transport());
        var keys = new ArrayList<String>();
        network.capabilities().formats().forEach(format -> keys.add("format." + format.id()));
        for (var connector : network.connectors()) {
            keys.add("connector." + connector.id());
            connector.fields().forEach(field -> keys.add("field." + field.name()));
        }
        codes().forEach(code -> keys.add("fault." + code));
        network.budgets(stage.connected(network).account()).forEach(budget -> keys.add("budget." + budget.id()));
        keys.addAll(optionKeys(network.options(), "option"));
        for (var language : LANGUAGES) {
            var bundle = ResourceBundle.getBundle(
                    network.options().getPackageName() + ".messages",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(bundle.getLocale()).isEqualTo(language);
            for (var key : keys) {
                assertThat(bundle.containsKey(key))
                        .as("%s in %s", key, language)
                        .isTrue();
                assertThat(bundle.getString(key)).as("%s in %s", key, language).isNotBlank();
            }
        }
    }

    private static List<String> optionKeys(Class<?> type, String prefix) {
        var keys = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var key = prefix + "." + component.getName();
            keys.add(key);
            var plain = component.getType();
            if (plain.isEnum()) {
                for (var value : plain.getEnumConstants()) {
                    keys.add(key + "." + value);
                }
            } else if (plain.isRecord() && plain != Media.class) {
                keys.addAll(optionKeys(plain, key));
            }
        }
        return keys;
    }

    /** What was only read may promise that nothing was done. */
    @Test
    void anUnreadableAnswerIsNoPromise() {
        var session = session(network(stage.transport()));
        var methods = new ArrayList<String>();
        Transport canned = call -> {
            methods.add(call.method());
            throw new IOException("cut by the test");
        };

        assertThat(fault(network(canned), session))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        fault -> assertThat(fault.maybeDone() || Set.of("GET").containsAll(methods))
                                .isTrue());
        assertThat(methods).isNotEmpty();
    }
}
