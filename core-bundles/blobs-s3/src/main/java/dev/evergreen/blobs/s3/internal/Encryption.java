package dev.evergreen.blobs.s3.internal;

import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Asks the store to encrypt what is written. */
final class Encryption {
    private final S3Settings.Encryption settings;

    Encryption(S3Settings.Encryption settings) {
        this.settings = settings;
    }

    PutObjectRequest put(Consumer<PutObjectRequest.Builder> request) {
        PutObjectRequest.Builder builder = PutObjectRequest.builder().applyMutation(request);
        settings.algorithm().ifPresent(builder::serverSideEncryption);
        settings.kmsKey().ifPresent(builder::ssekmsKeyId);
        return builder.build();
    }

    CreateMultipartUploadRequest multipart(Consumer<CreateMultipartUploadRequest.Builder> request) {
        CreateMultipartUploadRequest.Builder builder =
                CreateMultipartUploadRequest.builder().applyMutation(request);
        settings.algorithm().ifPresent(builder::serverSideEncryption);
        settings.kmsKey().ifPresent(builder::ssekmsKeyId);
        return builder.build();
    }

    CopyObjectRequest copy(Consumer<CopyObjectRequest.Builder> request) {
        CopyObjectRequest.Builder builder = CopyObjectRequest.builder().applyMutation(request);
        settings.algorithm().ifPresent(builder::serverSideEncryption);
        settings.kmsKey().ifPresent(builder::ssekmsKeyId);
        return builder.build();
    }
}
