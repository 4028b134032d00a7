package planner.network;

/** The one exception of the contract; the fault says what must happen next. Never holds a secret. */
public final class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public NetworkException(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
