package planner.simulator.tiktok;

/** The app as it is registered with TikTok. */
record App(String key, String secret) {
    @Override
    public String toString() {
        return "App[" + key + "]";
    }
}
