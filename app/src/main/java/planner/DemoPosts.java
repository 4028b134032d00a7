package planner;

import java.util.List;

/** What the demo's person has written; where it fits is asked of preflight. */
final class DemoPosts {
    private DemoPosts() {}

    enum Picture {
        NONE,
        PHOTO,
        OTHER,
        GALLERY,
        FILM
    }

    enum Fate {
        DRAFT,
        NOW,
        SCHEDULED,
        HELD,
        CANCELLED,
        /** Its answer from the network is lost. */
        LOST
    }

    /** @param day from today */
    record Sketch(String text, Picture picture, Fate fate, int day, int hour) {}

    /** What is planned comes first, so that the calendar is full at the first look; what waits for networks comes last. */
    static final List<Sketch> ALL = List.of(
            new Sketch("Tomorrow: sourdough from the new starter. Who is in?", Picture.OTHER, Fate.SCHEDULED, 1, 8),
            new Sketch("Behind the counter with Marta.", Picture.GALLERY, Fate.SCHEDULED, 2, 17),
            new Sketch("Which one would you pick: poppy seed or almond?", Picture.NONE, Fate.SCHEDULED, 3, 12),
            new Sketch("A short film about flour.", Picture.FILM, Fate.SCHEDULED, 4, 18),
            new Sketch("Weekend hours: Saturday 8 to 14, Sunday closed.", Picture.NONE, Fate.SCHEDULED, 5, 9),
            new Sketch("Baking class on the 14th, a few places left.", Picture.PHOTO, Fate.HELD, 6, 10),
            new Sketch("New on the shelf: fig jam from next door.", Picture.OTHER, Fate.SCHEDULED, 8, 11),
            new Sketch("The recipe for our lentil soup, as promised.", Picture.NONE, Fate.SCHEDULED, 9, 16),
            new Sketch("Closed for a delivery on Thursday morning.", Picture.NONE, Fate.CANCELLED, 10, 7),
            new Sketch("Three breads, one dough.", Picture.GALLERY, Fate.SCHEDULED, 12, 17),
            new Sketch("Gift boxes can be ordered from today.", Picture.PHOTO, Fate.SCHEDULED, 14, 9),
            new Sketch("Kneading with both hands: slow motion.", Picture.FILM, Fate.SCHEDULED, 16, 18),
            new Sketch("Our winter menu in one picture.", Picture.OTHER, Fate.SCHEDULED, 19, 12),
            new Sketch("Thank you for a good year, all of you.", Picture.PHOTO, Fate.SCHEDULED, 23, 10),
            new Sketch("First batch of the new year.", Picture.OTHER, Fate.SCHEDULED, 28, 8),
            new Sketch("Idea: interview with the miller", Picture.NONE, Fate.DRAFT, 0, 0),
            new Sketch("Idea: five ways to use old bread", Picture.PHOTO, Fate.DRAFT, 0, 0),
            // while nothing else is under way
            new Sketch("One more tray of cinnamon buns just came out.", Picture.NONE, Fate.LOST, 0, 0),
            new Sketch("Fresh from the oven: our rye loaf is back. #bakery", Picture.PHOTO, Fate.NOW, 0, 0),
            new Sketch("Good morning! The doors are open until six.", Picture.NONE, Fate.NOW, 0, 0),
            // some networks refuse a text that was just said
            new Sketch("Good morning! The doors are open until six.", Picture.NONE, Fate.NOW, 0, 0),
            new Sketch("Seven seconds in our kitchen.", Picture.FILM, Fate.NOW, 0, 0));
}
