package planner.simulator.pinterest;

/** The public addresses of this network in the sandbox, and what its maker has switched on. */
interface Hosts {
    /** What www.pinterest.com is. */
    String web();

    String avatar(String username);

    /** One file of a pin; a cover is number 1 of a video. */
    String file(String pin, int number);

    /** Where videos are sent. */
    String uploads();

    Level level();
}
