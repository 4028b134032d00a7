package planner.adapter.kit;

import java.io.IOException;

/** Carries one request; never repeats it, never follows a redirect. */
public interface Transport {
    /**
     * @throws NotSent when it is certain that the other side saw nothing
     * @throws IOException when the answer is lost or late: the request may have been done
     */
    Reply send(Call call) throws IOException;

    /** Never connected, or refused by our own guard. */
    final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        public NotSent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
