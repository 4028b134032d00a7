package planner.media;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What came of one look at our public address. @param faults none = networks can fetch from there, as far as we see */
public record PublicCheck(URI address, Instant at, List<PublicFault> faults) {
    public PublicCheck {
        faults = List.copyOf(faults);
    }

    /** Networks cannot fetch our files. */
    public boolean failed() {
        return faults.stream().anyMatch(PublicFault::grave);
    }
}
