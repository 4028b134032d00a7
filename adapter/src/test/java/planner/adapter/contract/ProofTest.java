package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the certificate links to is a test that runs: a name alone proves nothing. */
class ProofTest {
    @ParameterizedTest
    @ValueSource(strings = {"aTestOfItsOwn", "anInheritedTest", "aFactory"})
    void aTestThatRunsIsAProof(String method) {
        assertThat(new Proof(BearingTest.class, method).method()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aHelper", "switchedOff", "overriddenWithoutTheMark", "nothingOfTheKind"})
    void whatDoesNotRunIsNone(String method) {
        assertThatThrownBy(() -> new Proof(BearingTest.class, method))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(method);
    }

    @ParameterizedTest
    @ValueSource(classes = {Bearing.class, AbstractBearingTest.class, OffTest.class})
    void aClassThatTheBuildDoesNotRunIsNone(Class<?> type) {
        assertThatThrownBy(() -> new Proof(type, "anInheritedTest")).isInstanceOf(AssertionError.class);
    }

    @Test
    void aTestIsNamedWithItsClass() {
        assertThat(Proof.of(ProofTest.class, "ProofTest#aTestIsNamedWithItsClass"))
                .isEqualTo(new Proof(ProofTest.class, "aTestIsNamedWithItsClass"));
        assertThatThrownBy(() -> Proof.of(ProofTest.class, "aTestIsNamedWithItsClass"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Proof.of(ProofTest.class, "GoneTest#aTest")).isInstanceOf(AssertionError.class);
    }
}

abstract class AbstractBearingTest {
    @Test
    void anInheritedTest() {
        assertThat(this).isNotNull();
    }

    @Test
    void overriddenWithoutTheMark() {
        assertThat(this).isNotNull();
    }
}

class Bearing extends AbstractBearingTest {}

@Disabled("for the test of the check")
class OffTest extends AbstractBearingTest {}

class BearingTest extends AbstractBearingTest {
    @Test
    void aTestOfItsOwn() {
        assertThat(this).isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> aFactory() {
        return Stream.of(DynamicTest.dynamicTest("one", this::aHelper));
    }

    @Override
    void overriddenWithoutTheMark() {}

    @Test
    @Disabled("for the test of the check")
    void switchedOff() {
        assertThat(this).isNotNull();
    }

    void aHelper() {
        assertThat(this).isNotNull();
    }
}
