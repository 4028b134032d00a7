package planner.workspace;

/** The sign-in that a demo shows to everybody. */
public record DemoSignIn(String email, String password) {
    public static final DemoSignIn SHOWN = new DemoSignIn("anna@demo", "demo");
}
