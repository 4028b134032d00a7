package planner.vips;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The process that works on pictures: a request in, an answer out, until nobody asks any more. */
public final class Worker {
    private Worker() {}

    /** @param arguments the path of the shared library */
    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        // the way to whoever asks, not to a reader
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        var room = new Darkroom(new Vips(Path.of(arguments[0])));
        Wire.writeReady(out);
        try {
            while (true) {
                Wire.write(out, answer(room, Wire.readRequest(in)));
            }
        } catch (EOFException e) {
            // whoever asked is gone
        }
    }

    private static Answer answer(Darkroom room, Request request) throws IOException {
        try {
            return switch (request) {
                case Request.Look look -> room.look(look);
                case Request.Make make -> room.make(make);
            };
        } catch (VipsException e) {
            return new Answer.Failed(e.why(), String.valueOf(e.getMessage()));
        }
    }
}
