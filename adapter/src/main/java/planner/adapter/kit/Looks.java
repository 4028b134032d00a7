package planner.adapter.kit;

import java.util.function.Supplier;
import planner.network.Fault;
import planner.network.NetworkException;

/** Reading what became of a post that may be out. */
public final class Looks {
    private Looks() {}

    /** A look that is refused, perhaps by a proxy on the way, says nothing about the post: it is looked again later. */
    public static <T> T at(Supplier<T> look) {
        try {
            return look.get();
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected(var code, var words)) {
                throw new NetworkException(new Fault.Unavailable(false, code + ": " + words));
            }
            throw e;
        }
    }
}
