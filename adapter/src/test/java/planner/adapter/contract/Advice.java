package planner.adapter.contract;

import java.util.regex.Pattern;

/** Whether words tell a person what to do, and not only what is wrong or how much is allowed. */
enum Advice {
    /** A sentence or clause that begins with what to do, or says who must do something, or that it goes on by itself. */
    ENGLISH(
            "(?:^|[.!?:;]\\ )(?:(?:If|When|For|To)\\b[^.;:]*,\\ )?(?:[Pp]lease\\ )?(?i:activate|add|appeal|ask|attach|change|"
                    + "check|choose|complete|confirm|connect|copy|correct|create|crop|duplicate|enter|export|finish|give|leave|look|"
                    + "make|open|post|publish|put|read|remove|rename|replace|report|see|set|settle|shorten|sign|switch|upload|take|"
                    + "tell|trim|try|update|use|verify|wait|write)\\b | \\bmust\\b | \\bnothing\\ to\\ do\\b | \\btried\\ again\\b"),
    POLISH(
            "(?iU)\\b(?:dodaj|aktywuj|odwołaj|zapytaj|poproś|dołącz|zmień|sprawdź|wybierz|dokończ|potwierdź|połącz|skopiuj|popraw|"
                    + "utwórz|przytnij|powiel|podaj|wpisz|wyeksportuj|nadaj|zostaw|zajrzyj|zobacz|obejrzyj|zmniejsz|otwórz|"
                    + "opublikuj|publikuj|wstaw|przeczytaj|usuń|podmień|ustaw|wyjaśnij|skróć|zaloguj|przełącz|włącz|wyłącz|powiedz|"
                    + "powiadom|zgłoś|spróbuj|zaktualizuj|użyj|zweryfikuj|poczekaj|napisz|zezwól|zrób|przejdź|wyślij|czekaj|"
                    + "eksportuj|zapisz|daj|musi|nic\\ nie\\ trzeba|próbujemy|spróbujemy)\\b");

    private final Pattern words;

    Advice(String words) {
        this.words = Pattern.compile("(?x)" + words);
    }

    boolean in(String text) {
        return words.matcher(text).find();
    }
}
