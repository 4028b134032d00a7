package planner;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import planner.workspace.Problem;

/** Every error of the HTTP API becomes a {@link Problem}; no text of an exception gets out. */
@RestControllerAdvice
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final ProblemPages pages;

    ApiErrors(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        return pages.render(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> body(MethodArgumentNotValidException e, HttpServletRequest request) {
        return pages.render(
                Problem.invalid(e.getAllErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? Rules.broken(field.getField(), error)
                                : Rules.broken("", error))
                        .toList()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameters(HandlerMethodValidationException e, HttpServletRequest request) {
        return pages.render(
                Problem.invalid(e.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(error -> Rules.broken(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        error)))
                        .toList()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return pages.render(Unreadable.problem(e), request);
    }

    /** What is percent-encoded in the query is no text. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e, HttpServletRequest request) {
        return pages.render(Problem.of(400, "malformed", "text"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return pages.render(
                e.getCause() instanceof Problem problem ? problem : Problem.invalid(e.getName(), "malformed"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return pages.render(Problem.invalid(e.getParameterName(), "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException e, HttpServletRequest request) {
        return pages.render(Problem.invalid(e.getRequestPartName(), "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException e, HttpServletRequest request) {
        return pages.render(Problem.invalid(e.getHeaderName(), "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return pages.render(Problem.of(413, "too-large", ""), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(MultipartException e, HttpServletRequest request) {
        return pages.render(Problem.of(400, "malformed", "multipart"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        var known = e.getSupportedMethods();
        var allow = known == null ? "" : String.join(", ", known);
        return withHeader(pages.render(Problem.of(405, "method", ""), request), HttpHeaders.ALLOW, allow);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return pages.render(Problem.of(415, "media-type", ""), request);
    }

    /** Two wrote the same unique thing at once. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> duplicate(DuplicateKeyException e, HttpServletRequest request) {
        LOG.info("Two writers met at {}", request.getRequestURI());
        return pages.render(Problem.conflict("duplicate"), request);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    ResponseEntity<ProblemDetail> databaseAway(Exception e, HttpServletRequest request) {
        LOG.warn("The database does not answer", e);
        return pages.render(Problem.of(503, "unavailable", ""), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noTransaction(CannotCreateTransactionException e, HttpServletRequest request) {
        return databaseAway(e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> data(DataAccessException e, HttpServletRequest request) {
        return Rules.isDataFault(e)
                ? pages.render(Problem.of(400, "malformed", "value"), request)
                : unexpected(e, request);
    }

    /** The listener of live updates has gone: there is nobody to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone() {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse spring && !spring.getStatusCode().is5xxServerError()) {
            return pages.render(ProblemPages.ofStatus(spring.getStatusCode().value()), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return pages.render(Problem.of(500, "internal", ""), request);
    }

    private static ResponseEntity<ProblemDetail> withHeader(
            ResponseEntity<ProblemDetail> answer, String name, String value) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(name, value)
                .body(answer.getBody());
    }
}
