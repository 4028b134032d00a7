package planner.workspace;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * What the first owner must know: who reads the console of a new house may own it, not who finds its address first. Made
 * from the master key, so that every process of an installation knows the same one; without use once there is an owner.
 */
@Component
public class SetupCode {
    private static final byte[] PURPOSE = "planner setup code 1".getBytes(StandardCharsets.UTF_8);
    private static final int BYTES = 10;
    private static final int LETTERS = 16;
    /** 32 of them, without those that look alike. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Installation installation;
    private final People people;
    private final String code;

    SetupCode(Installation installation, People people) {
        this.installation = installation;
        this.people = people;
        this.code = code(installation.masterKey());
    }

    /** For the console; empty in a demo, and as soon as somebody owns the house. */
    public Optional<String> show() {
        return installation.demo() || !people.nobody()
                ? Optional.empty()
                : Optional.of(code.replaceAll("(.{4})(?=.)", "$1-"));
    }

    boolean is(String given) {
        var plain = given.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "");
        return MessageDigest.isEqual(plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(MasterKey master) {
        try {
            var bytes = KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract().addIKM(master.bytes()).thenExpand(PURPOSE, BYTES));
            var number = new BigInteger(1, bytes);
            var letters = new StringBuilder();
            for (int i = 0; i < LETTERS; i++) {
                letters.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
            }
            return letters.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF", e);
        }
    }

    @Override
    public String toString() {
        return "SetupCode[]";
    }
}
