package planner.adapter.pinterest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.Step;

/** Where a pin stands on its way. */
sealed interface At extends Step {
    /** Looks whether the board that shall be made is there already. @param round how often Pinterest said that it is */
    record FindBoard(int round) implements At {}

    /** @param looks how often the board was looked for since this was cut short */
    record MakeBoard(int round, int looks) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** @param round how often the video was begun anew */
    record Register(String board, int round) implements At {}

    record Upload(String board, String media, String url, List<PinterestApi.Field> fields, int round) implements At {}

    record Processing(String board, String media, int polls, int round) implements At {}

    /** What the pin is made of besides the delivery. @param bytes sent as bytes, although an address was wished for */
    record Parts(String board, @Nullable String media, boolean bytes) {}

    /** Looks which pins say the same already, so that none of them is taken for this one later. */
    record Look(Parts parts) implements At {}

    /**
     * @param before pins that said the same beforehand
     * @param looks how often it was looked for since it was cut short
     * @param unreached how often Pinterest could not reach an address
     */
    record Pin(Parts parts, List<String> before, int looks, int unreached) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** Pinterest says that it could not reach an address: looks whether it made the pin all the same. */
    record Unreached(Parts parts, List<String> before, int unreached) implements At {}
}
