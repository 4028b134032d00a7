package planner.network;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a person proves that an account is theirs. */
public sealed interface Connector {
    /** Stable short name among the connectors of one network, for example {@code oauth} or {@code app-password}. */
    String id();

    /**
     * What a person fills in before anything else: secrets, or what leads to their consent page (the server that keeps
     * the account, a handle). Empty = nothing.
     */
    default List<Field> fields() {
        return List.of();
    }

    /**
     * The accounts that this credential opens: pages, channels, chats; the person picks. Reads only.
     *
     * @throws NetworkException with {@link Fault.Rejected} when the credential lacks what publishing needs
     */
    List<Grant> accounts(Credential credential);

    /**
     * Buys a new access token. Called by room {@code channel} only, under its row lock. A credential that needs no
     * refresh is returned as it is.
     *
     * @throws NetworkException with {@link Fault.Revoked} when the account must be connected again, or
     *     {@link Fault.Unavailable} when the answer was lost
     */
    Credential refresh(Credential credential);

    /**
     * Whether a credential dies of rest within days, so that the house renews it every day even when nobody uses it. Others
     * are renewed when they rested for several days.
     */
    default boolean renewedDaily() {
        return false;
    }

    /** Tells the network that the credential is no longer wanted; best effort, may throw {@link NetworkException}. */
    default void revoke(Credential credential) {}

    /** A consent page in the browser, then a code. State, PKCE secret and callback belong to the house. */
    non-sealed interface OAuth2 extends Connector {
        /** Whether this installation has the app credentials that the network demands. */
        boolean configured();

        /**
         * Finds and arranges what the round needs before there is a page: asks the server that the person named, has the
         * app registered there. Called once a round, by networks that ask {@link #fields} first; may write to the network
         * nothing that anybody sees.
         *
         * @param answers by {@link Field#name()}; every required one is present and not blank
         * @return what {@link #consentPage} and {@link #exchange} find again in {@link Consent#prepared}, secrets too
         * @throws NetworkException with {@link Fault.Rejected} (code = the field's name where one is to blame),
         *     {@link Fault.Busy} or {@link Fault.Unavailable}
         */
        default Map<String, String> prepare(Map<String, String> answers, Consent consent) {
            return Map.of();
        }

        URI consentPage(Consent consent);

        /**
         * Buys the credential for the code of the callback, as it arrived. What is needed from the preparation later
         * (server, client secret) goes into {@link Credential#extra}.
         */
        Credential exchange(String code, Consent consent);

        /**
         * A document about this installation that the network fetches from us, such as one that says who asks. The house
         * serves it to anybody, beside the callback: at {@code redirect.resolve(name)}. Pure, no I/O, and no secret in it.
         *
         * @param name lower-case letters and hyphens with {@code .json} behind
         * @param redirect the house's callback as in {@link Consent#redirect}
         * @return JSON; empty = there is no such document
         */
        default Optional<String> document(String name, URI redirect) {
            return Optional.empty();
        }

        /** Under which name the callback brings the code; OAuth 1.0a calls it otherwise. */
        default String codeParameter() {
            return "code";
        }
    }

    /** A form: app password, bot token. Checked by a real call. */
    non-sealed interface Secrets extends Connector {
        @Override
        List<Field> fields();

        /**
         * @param secrets by {@link Field#name()}; every required one is present and not blank
         * @throws NetworkException with {@link Fault.Rejected} (code = the field's name where one is to blame) or
         *     {@link Fault.Unavailable}
         */
        Credential signIn(Map<String, String> secrets);
    }

    /**
     * One round of consent.
     *
     * @param redirect the house's callback, exactly as registered with the network
     * @param state random, single use, bound to the browser session
     * @param verifier PKCE code verifier, 43 to 128 unreserved characters
     * @param prepared what {@link OAuth2#prepare} gave, kept sealed until the person comes back; empty before
     * @param returned every parameter with which the person came back (the issuer, the temporary token), unchecked; empty
     *     before
     */
    record Consent(
            URI redirect, String state, String verifier, Map<String, String> prepared, Map<String, String> returned) {
        public Consent {
            prepared = Map.copyOf(prepared);
            returned = Map.copyOf(returned);
        }

        public Consent(URI redirect, String state, String verifier) {
            this(redirect, state, verifier, Map.of(), Map.of());
        }

        public Consent with(Map<String, String> found) {
            return new Consent(redirect, state, verifier, found, returned);
        }

        public Consent back(Map<String, String> parameters) {
            return new Consent(redirect, state, verifier, prepared, parameters);
        }

        @Override
        public String toString() {
            return "Consent[redirect=" + redirect + "]";
        }
    }

    /**
     * One field of the form that {@link #fields} describes. Label and help stand in the messages bundle as {@code field.<name>} and
     * {@code field.<name>.help}.
     *
     * @param secret shown as dots, never given back
     * @param initial what the form begins with; {@code null} = empty
     */
    record Field(
            String name,
            boolean secret,
            boolean required,
            @Nullable String initial) {}
}
