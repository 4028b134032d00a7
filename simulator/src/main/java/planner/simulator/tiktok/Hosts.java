package planner.simulator.tiktok;

/** The public addresses of this network in the sandbox. */
interface Hosts {
    /** What www.tiktok.com is. */
    String web();

    String avatar(String username);

    /** One file of a post; a single video is number 0. */
    String file(String post, int number);
}
