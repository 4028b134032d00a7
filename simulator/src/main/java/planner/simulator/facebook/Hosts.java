package planner.simulator.facebook;

/** The public addresses of this network in the sandbox. */
interface Hosts {
    /** What www.facebook.com is. */
    String web();

    String graph();

    String upload();

    String avatar(String page);

    /** The bytes of a photo, of a video ({@code <id>}), or of its cover ({@code <id>/cover}). */
    String file(String which);
}
