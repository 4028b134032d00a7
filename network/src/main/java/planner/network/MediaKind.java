package planner.network;

/** What a file is, decided by its content. */
public enum MediaKind {
    IMAGE,
    ANIMATION,
    VIDEO,
    DOCUMENT
}
