package planner.workspace;

/** A sign-in of this person ended, or moved to another workspace. Published after the change, in this process only. */
public record SignInsChanged(PersonId person) {}
