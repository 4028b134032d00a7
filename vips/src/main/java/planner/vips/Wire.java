package planner.vips;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** How requests and answers go from one process to the other. */
final class Wire {
    private static final byte LOOK = 1;
    private static final byte MAKE = 2;
    private static final byte SEEN = 3;
    private static final byte MADE = 4;
    private static final byte FAILED = 5;
    private static final byte READY = 6;

    private Wire() {}

    static void write(DataOutputStream out, Request request) throws IOException {
        switch (request) {
            case Request.Look look -> {
                out.writeByte(LOOK);
                out.writeUTF(look.file().toString());
                out.writeUTF(look.to().toString());
                out.writeInt(look.side());
                out.writeInt(look.longestSide());
                out.writeLong(look.mostPixels());
                out.writeUTF(look.profile());
            }
            case Request.Make make -> {
                out.writeByte(MAKE);
                out.writeUTF(make.file().toString());
                out.writeUTF(make.to().toString());
                out.writeUTF(make.format().name());
                out.writeInt(make.width());
                out.writeInt(make.height());
                out.writeLong(make.maxBytes());
                out.writeDouble(make.cropX());
                out.writeDouble(make.cropY());
                out.writeDouble(make.cropWidth());
                out.writeDouble(make.cropHeight());
                out.writeUTF(make.frame().name());
                out.writeBoolean(make.animated());
                out.writeUTF(make.profile());
            }
        }
        out.flush();
    }

    /** The first word of a worker: its library is loaded. */
    static void writeReady(DataOutputStream out) throws IOException {
        out.writeByte(READY);
        out.flush();
    }

    static void readReady(DataInputStream in) throws IOException {
        if (in.readByte() != READY) {
            throw new IOException("no worker");
        }
    }

    static Request readRequest(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case LOOK ->
                new Request.Look(
                        Path.of(in.readUTF()),
                        Path.of(in.readUTF()),
                        in.readInt(),
                        in.readInt(),
                        in.readLong(),
                        in.readUTF());
            case MAKE ->
                new Request.Make(
                        Path.of(in.readUTF()),
                        Path.of(in.readUTF()),
                        Request.Format.valueOf(in.readUTF()),
                        in.readInt(),
                        in.readInt(),
                        in.readLong(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        Request.Frame.valueOf(in.readUTF()),
                        in.readBoolean(),
                        in.readUTF());
            default -> throw new IOException("no such request");
        };
    }

    static void write(DataOutputStream out, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Seen seen -> {
                out.writeByte(SEEN);
                out.writeInt(seen.width());
                out.writeInt(seen.height());
                out.writeInt(seen.pages());
                out.writeBoolean(seen.alpha());
                out.writeUTF(seen.colour().name());
                out.writeBoolean(seen.turned());
                out.writeBoolean(seen.personal());
            }
            case Answer.Made(var width, var height) -> {
                out.writeByte(MADE);
                out.writeInt(width);
                out.writeInt(height);
            }
            case Answer.Failed(var why, var detail) -> {
                out.writeByte(FAILED);
                out.writeUTF(why.name());
                out.writeUTF(detail.substring(0, Math.min(detail.length(), 2_000)));
            }
        }
        out.flush();
    }

    static Answer readAnswer(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case SEEN ->
                new Answer.Seen(
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readBoolean(),
                        Answer.Colour.valueOf(in.readUTF()),
                        in.readBoolean(),
                        in.readBoolean());
            case MADE -> new Answer.Made(in.readInt(), in.readInt());
            case FAILED -> new Answer.Failed(Answer.Why.valueOf(in.readUTF()), in.readUTF());
            default -> throw new IOException("no such answer");
        };
    }
}
