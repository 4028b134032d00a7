package planner.workspace;

import java.time.ZoneId;
import java.util.Locale;

public record Person(PersonId id, String email, String name, Locale locale, ZoneId zone) {}
