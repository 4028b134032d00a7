package planner.simulator.pinterest;

/** Somebody with an account. */
record Member(String id, String username, String name, boolean business, int followers) {}
