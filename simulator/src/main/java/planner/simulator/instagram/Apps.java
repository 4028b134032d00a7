package planner.simulator.instagram;

/** The app as it is registered with Meta: it has one pair of credentials for each of the two sign-ins. */
record Apps(String instagramId, String instagramSecret, String facebookId, String facebookSecret) {
    @Override
    public String toString() {
        return "Apps[" + instagramId + ", " + facebookId + "]";
    }
}
