package planner.workspace;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords; an unknown account costs as much time as a known one. */
@Component
class Passwords {
    static final int SHORTEST = 10;
    /** What bcrypt looks at. */
    static final int LONGEST_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
    private final String nobody = hash(Secrets.random());

    String hash(String password) {
        return bcrypt.encode(password);
    }

    boolean matches(String password, @Nullable String hash) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
        boolean same = bcrypt.matches(fits ? password : "", hash == null ? nobody : hash);
        return fits && same && hash != null;
    }

    /** @throws Problem when a person must choose a better one */
    void mustBeGood(String field, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Problem.invalid(field, "password-short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Problem.invalid(field, "password-long", LONGEST_BYTES);
        }
    }
}
