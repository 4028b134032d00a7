package planner.simulator.threads;

/** The app as it is registered with Meta for Threads. */
record App(String id, String secret, String verifyToken) {
    @Override
    public String toString() {
        return "App[" + id + "]";
    }
}
