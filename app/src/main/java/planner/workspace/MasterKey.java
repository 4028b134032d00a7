package planner.workspace;

/** What seals every secret at rest; its text form tells nothing. */
public final class MasterKey {
    private final byte[] bytes;

    /** @param bytes 32 of them */
    public MasterKey(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[]";
    }
}
