package planner.network;

/** An account together with the credential that opens it: what a connector hands out and a channel stores. */
public record Grant(Account account, Credential credential) {}
