package planner.channel;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.workspace.Installation;
import planner.workspace.MasterKey;

/**
 * Seals secrets with AES-256-GCM, bound to the id of the row that holds them. The keys stand in the database, sealed by
 * the master key, so that every process of the installation has the same ones and a dump of the database opens nothing.
 */
@Component
class Vault {
    private static final byte[] PURPOSE = "planner channel keyset 1".getBytes(StandardCharsets.UTF_8);
    private static final int LENGTH = 32;
    /** Every ciphertext begins with one byte for the form and four for the key. */
    private static final int PREFIX = 5;

    private final KeysetStore store;
    private final Aead master;

    @Nullable
    private volatile Keys keys;

    private record Keys(KeysetHandle handle, Aead aead, int version) {
        int primary() {
            return handle.getPrimary().getId();
        }

        boolean has(int id) {
            for (int i = 0; i < handle.size(); i++) {
                if (handle.getAt(i).getId() == id) {
                    return true;
                }
            }
            return false;
        }
    }

    record Sealed(byte[] bytes, long keyId) {}

    Vault(KeysetStore store, Installation installation) {
        this.store = store;
        try {
            AeadConfig.register();
            master = master(installation.masterKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-256-GCM or HKDF", e);
        }
        keys = load();
    }

    /** Call it in the transaction that stores the result: the key is kept from being retired until then. */
    Sealed seal(byte[] plain, UUID owner) {
        int version = store.holdVersion();
        var now = keys;
        if (now == null || now.version() != version) {
            now = load();
        }
        try {
            return new Sealed(now.aead().encrypt(plain, bytes(owner)), Integer.toUnsignedLong(now.primary()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    byte[] open(byte[] sealed, UUID owner) {
        var now = keys;
        if (now == null
                || sealed.length > PREFIX
                        && !now.has(ByteBuffer.wrap(sealed, 1, 4).getInt())) {
            now = load();
        }
        try {
            return now.aead().decrypt(sealed, bytes(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret of " + owner + " does not open", e);
        }
    }

    /** A new key for everything that is sealed from now on; the caller holds a transaction. */
    long addKey() {
        store.lock();
        var now = load();
        var entry = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        try {
            return save(KeysetHandle.newBuilder(now.handle()).addEntry(entry).build(), now.version());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a new key could not be made", e);
        }
    }

    long primary() {
        return Integer.toUnsignedLong(load().primary());
    }

    /** Forgets every key but the primary and those still in use; the caller holds a transaction. */
    int retireKeys(Supplier<Set<Long>> needed) {
        store.lock();
        var inUse = needed.get();
        var now = load();
        var kept = KeysetHandle.newBuilder(now.handle());
        int gone = 0;
        for (int i = kept.size() - 1; i >= 0; i--) {
            var entry = now.handle().getAt(i);
            if (!entry.isPrimary() && !inUse.contains(Integer.toUnsignedLong(entry.getId()))) {
                kept.deleteAt(i);
                gone++;
            }
        }
        if (gone > 0) {
            try {
                save(kept.build(), now.version());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("old keys could not be retired", e);
            }
        }
        return gone;
    }

    private Keys load() {
        var row = store.find().orElseGet(this::first);
        try {
            var handle = TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    row.sealed(), master, PURPOSE, RegistryConfiguration.get());
            var loaded = new Keys(handle, handle.getPrimitive(RegistryConfiguration.get(), Aead.class), row.version());
            keys = loaded;
            return loaded;
        } catch (GeneralSecurityException e) {
            throw new WrongMasterKey(e);
        }
    }

    private KeysetStore.Row first() {
        try {
            var made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            store.insertFirst(TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                    made, master, PURPOSE, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the first key could not be made", e);
        }
        return store.find().orElseThrow();
    }

    private long save(KeysetHandle handle, int version) throws GeneralSecurityException {
        store.update(
                TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                        handle, master, PURPOSE, RegistryConfiguration.get()),
                version);
        // what is not committed yet must not be used by others
        keys = null;
        return Integer.toUnsignedLong(handle.getPrimary().getId());
    }

    @AccessesPartialKey
    private static Aead master(MasterKey key) throws GeneralSecurityException {
        var derived = KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract().addIKM(key.bytes()).thenExpand(PURPOSE, LENGTH));
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(LENGTH)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        var aes = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(derived, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(aes).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
