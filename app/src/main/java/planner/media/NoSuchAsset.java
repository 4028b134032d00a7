package planner.media;

/** There is no such asset in this workspace. */
public final class NoSuchAsset extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AssetId id;

    public NoSuchAsset(AssetId id) {
        super("no asset " + id, null, false, false);
        this.id = id;
    }

    public AssetId id() {
        return id;
    }
}
