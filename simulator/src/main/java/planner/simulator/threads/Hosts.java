package planner.simulator.threads;

/** The public addresses of this network in the sandbox. */
interface Hosts {
    /** What www.threads.net is. */
    String web();

    String avatar(String username);

    /** One file of a post; a single medium is number 0. */
    String file(String post, int number);
}
