package planner.network;

/**
 * What a publisher works with: the account, a fresh credential, and the files of the delivery.
 */
public record Session(Account account, Credential credential, MediaFiles files) {}
