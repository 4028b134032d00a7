package planner.adapter.meta;

import java.util.function.Function;
import java.util.function.Supplier;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Step;

/** What is done to a post that is out: a first comment, a cover. */
public final class Extras {
    private Extras() {}

    /** Never fails the post, even when the permission for it was not given. @param refused what follows a refusal */
    public static <S extends Step> Outcome<S> tried(Supplier<Outcome<S>> call, Function<String, S> refused) {
        try {
            return call.get();
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Rejected(var code, var words) -> new Outcome.Next<>(refused.apply(words));
                case Fault.Revoked(var words) -> new Outcome.Next<>(refused.apply(words));
                case Fault.Busy busy -> throw e;
                case Fault.Unavailable unavailable -> throw e;
                case Fault.Expired expired -> throw e;
            };
        }
    }
}
