package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import planner.adapter.AllNetworks;
import planner.network.Network;

/**
 * The certificate: what of every network is proven, and by which test. It is drawn from the capabilities and from the contract
 * tests themselves, and written anew by {@code mvn -pl adapter -am test -Dtest=CoverageTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dplanner.write=true}.
 */
class CoverageTest {
    private static final Path PAGE = Path.of("..", "docs", "coverage.md");
    private static final int FEWEST_FAULTS = 25;

    private final List<Class<? extends NetworkContract>> contracts = contracts();

    @Test
    void everyNetworkIsProvenToTheLastOption() {
        assertThat(networks().stream().map(network -> network.id().value()))
                .isNotEmpty()
                .isSubsetOf(primary().keySet());
    }

    @Test
    void everyNetworkUnderstandsManyRefusals() {
        for (var contract : primary().values()) {
            assertThat(contract.faults())
                    .as("%s", contract.samples().network())
                    .hasSizeGreaterThanOrEqualTo(FEWEST_FAULTS);
        }
    }

    @Test
    void theCertificateIsTheCode() throws IOException {
        var page = new StringBuilder(head());
        var primary = primary();
        page.append(new CoverageTables(contracts).networks(primary.values()));
        for (var contract : primary.values()) {
            contract.open();
            try {
                page.append(new CoveragePage(contract).text());
            } finally {
                contract.close();
            }
        }
        if (Boolean.getBoolean("planner.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).as("a cell is empty").doesNotContain("|  |").doesNotContain("[✓]()");
        assertThat(PAGE).as("see the comment of this class").hasContent(page.toString());
    }

    private static String head() throws IOException {
        return Files.readString(Path.of("src/test/resources/coverage-head.md"));
    }

    /** The test that proves a network's options, by the network's name. */
    private Map<String, OptionsContract> primary() {
        var found = new TreeMap<String, OptionsContract>();
        for (var type : contracts) {
            if (made(type) instanceof OptionsContract contract
                    && contract.direct()
                    && contract.variant().isEmpty()) {
                found.put(contract.samples().network().value(), contract);
            }
        }
        return found;
    }

    /** What a network shows of itself, by its id. */
    static Samples samples(String network) {
        return contracts().stream()
                .map(CoverageTest::made)
                .map(NetworkContract::samples)
                .filter(it -> it.network().value().equals(network))
                .findFirst()
                .orElseThrow();
    }

    private static List<Network> networks() {
        return AllNetworks.all(
                id -> new MapEnvironment(Map.of()),
                call -> {
                    throw new IOException("nobody is asked here");
                },
                java.time.Clock.systemUTC());
    }

    static NetworkContract made(Class<? extends NetworkContract> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no contract test " + type, e);
        }
    }

    private static List<Class<? extends NetworkContract>> contracts() {
        try {
            var root = Path.of(CoverageTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(root)) {
                return files.map(root::relativize)
                        .map(Path::toString)
                        .filter(name -> name.endsWith("ContractTest.class"))
                        .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                        .sorted()
                        .<Class<? extends NetworkContract>>map(CoverageTest::contract)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<? extends NetworkContract> contract(String name) {
        try {
            return Class.forName(name).asSubclass(NetworkContract.class);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
