package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The picture is too large. Crop it to 1,080 pixels.",
                "Facebook wants to check who you are: open the app.",
                "If it stays so, report it.",
                "The operator must check the settings.",
                "Instagram is busy. It is tried again in a day."
            })
    void whatSaysWhatToDoIsAdvice(String words) {
        assertThat(Advice.ENGLISH.in(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The network takes only pictures.",
                "The text is too long: at most 300 characters.",
                "A length between 3 and 90 seconds is what it needs.",
                "The list is closed, and open posts do not count.",
                "The post could not be set or read."
            })
    void aBareStatementIsNone(String words) {
        assertThat(Advice.ENGLISH.in(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Obraz jest za duży. Przytnij go do 1080 pikseli.", "Operator musi sprawdzić ustawienia."})
    void inPolishToo(String words) {
        assertThat(Advice.POLISH.in(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Serwis przyjmuje tylko obrazy.",
                "Tekst jest za długi: najwyżej 300 znaków.",
                "Film trwa od 3 do 90 sekund, co najmniej tyle wystarczy.",
                "Konto samo nie może publikować."
            })
    void inPolishABareStatementIsNoneToo(String words) {
        assertThat(Advice.POLISH.in(words)).isFalse();
    }
}
