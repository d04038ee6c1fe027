package dev.kubechat.web;

import dev.kubechat.web.Composed.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers an upload that the server did not even read. */
@ControllerAdvice
final class TooLarge {

    @ExceptionHandler
    ResponseEntity<String> tell(MaxUploadSizeExceededException tooLarge) {
        return ChatActions.refused(
                HttpStatus.CONTENT_TOO_LARGE,
                new Refusal(
                        "Nothing was sent: a file is larger than 256 KiB. Attach the part that"
                                + " matters."));
    }
}
