package planner.simulator.instagram;

/** The public addresses of this network in the sandbox, and the app that is registered with it. */
interface Hosts {
    /** What www.instagram.com is. */
    String web();

    String facebookGraph();

    String upload();

    String avatar(String username);

    /** One file of a post; a single medium is number 0. */
    String file(String post, int number);

    String appId();
}
