package planner.workspace;

import java.time.Duration;

/**
 * @param length a sign-in ends after this long without use
 * @param secure whether the cookie goes over https only
 */
public record SessionSettings(Duration length, boolean secure) {}
