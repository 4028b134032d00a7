package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64StreamTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 24_575, 24_576, 24_577, 24_578, 100_000})
    void aStreamedFileIsTheBase64OfTheWhole(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        try (var stream = new Base64Stream(new ByteArrayInputStream(bytes))) {
            var encoded = stream.readAllBytes();
            assertThat(encoded).isEqualTo(Base64.getEncoder().encode(bytes));
            assertThat(Base64Stream.length(size)).isEqualTo(encoded.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24_577})
    void oneByteAfterTheOtherIsTheSame(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var text = new StringBuilder();

        try (var stream = new Base64Stream(new ByteArrayInputStream(bytes))) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                text.append((char) next);
            }
        }

        assertThat(text.toString()).isEqualTo(Base64.getEncoder().encodeToString(bytes));
    }
}
