package planner.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import planner.workspace.Problem;

/** Reads the file out of a multipart body while it comes in: nothing is written but the file itself. */
final class UploadBody {
    private static final String FIELD = "file";
    /** Boundaries and part headers beside the file. */
    private static final long FRAME = 64 * 1024;
    /** A file name may have 255 letters, each of which may take up to twelve characters when a browser escapes it. */
    private static final int LONGEST_PART_HEADER = 8 * 1024;

    private UploadBody() {}

    /** @throws Problem when the body holds no file, or is longer than allowed by its own account */
    static <T> T read(HttpServletRequest request, long most, Fetch.Taker<T> taker) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw Problem.of(415, "unsupported-media", "multipart");
        }
        if (request.getContentLengthLong() > most + FRAME) {
            throw new MediaFolder.TooLarge(most);
        }
        try {
            var upload = new FileUpload();
            upload.setPartHeaderSizeMax(LONGEST_PART_HEADER);
            var parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (FIELD.equals(part.getFieldName()) && !part.isFormField()) {
                    var name = part.getName();
                    try (var in = part.openStream()) {
                        return taker.take(FileName.clean(name == null ? "" : name), in);
                    }
                }
            }
        } catch (FileUploadException | InvalidFileNameException | IllegalArgumentException e) {
            throw Problem.invalid(FIELD, "malformed");
        }
        throw Problem.invalid(FIELD, "required");
    }
}
