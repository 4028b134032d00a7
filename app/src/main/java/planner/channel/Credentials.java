package planner.channel;

import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.network.Credential;
import tools.jackson.databind.json.JsonMapper;

/** Credentials as they are stored: JSON, sealed for the channel that owns them. */
@Component
class Credentials {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vault vault;

    Credentials(Vault vault) {
        this.vault = vault;
    }

    Vault.Sealed seal(Credential credential, ChannelId owner) {
        return vault.seal(JSON.writeValueAsBytes(credential), owner.value());
    }

    Credential open(byte[] sealed, ChannelId owner) {
        return read(vault.open(sealed, owner.value()), Credential.class);
    }

    Vault.Sealed sealAny(Object value, UUID owner) {
        return vault.seal(JSON.writeValueAsBytes(value), owner);
    }

    <T> T openAny(byte[] sealed, UUID owner, Class<T> type) {
        return read(vault.open(sealed, owner), type);
    }

    /** Jackson quotes what it could not read: here that would be a secret. */
    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalStateException(
                    "a stored secret has an unknown form: " + e.getClass().getSimpleName());
        }
    }
}
