package planner.simulator.googlebusiness;

import java.util.List;

/**
 * A Google user and what they manage.
 *
 * @param accounts a location can stand under several of them
 */
record Owner(String id, String name, List<Managed> accounts) {
    /** @param type PERSONAL or LOCATION_GROUP */
    record Managed(String id, String name, String type, List<Location> locations) {}
}
