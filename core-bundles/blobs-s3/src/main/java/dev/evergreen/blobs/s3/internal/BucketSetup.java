package dev.evergreen.blobs.s3.internal;

import dev.evergreen.domain.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Brings the buckets into order at a node's start: makes them, switches versions on, sets the rules by which they are cleaned, and
 * removes parts of uploads that a killed node left. Rules of others stay. What the key may not do, or the store does not know, is a
 * warning that says what an operator should do instead.
 */
final class BucketSetup {
    private static final Logger LOG = LoggerFactory.getLogger(BucketSetup.class);
    private static final String OURS = "evergreen-";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final S3Settings settings;
    private final S3Objects objects;
    private final S3Client client;
    private final Clock clock;

    BucketSetup(S3Settings settings, S3Objects objects, Clock clock) {
        this.settings = settings;
        this.objects = objects;
        this.client = objects.client();
        this.clock = clock;
    }

    /** @throws StorageException when a bucket cannot be used */
    void run() {
        for (String bucket : settings.allBuckets()) {
            require(bucket);
            if (settings.manageBuckets()) {
                attempt(bucket, "keep versions", "switch versioning on", () -> keepVersions(bucket));
                attempt(
                        bucket,
                        "clean itself by rules",
                        "set rules for evictable/, damaged/, old versions and parts of" + " uploads",
                        () -> setRules(bucket));
                attempt(bucket, "list parts of uploads", "remove those older than a day", () -> abortForgotten(bucket));
            }
        }
    }

    private void require(String bucket) {
        ObjectPlace place = new ObjectPlace(bucket, "");
        objects.run("use", place, () -> {
            try {
                return client.headBucket(request -> request.bucket(bucket));
            } catch (S3Exception e) {
                if (e.statusCode() != 404) {
                    throw e;
                }
                if (!settings.manageBuckets()) {
                    throw new StorageException(
                            StorageException.Kind.MISCONFIGURED,
                            "There is no bucket " + bucket + "; make it, or set manage.buckets = true in"
                                    + " etc/dev.evergreen.blobs.s3.cfg",
                            e);
                }
                return make(bucket);
            }
        });
    }

    private Object make(String bucket) {
        LOG.info("Making the bucket {}", bucket);
        return client.createBucket(request -> {
            request.bucket(bucket);
            if (settings.endpoint().isEmpty() && !settings.region().equals(DEFAULT_REGION)) {
                request.createBucketConfiguration(where -> where.locationConstraint(settings.region()));
            }
        });
    }

    private void keepVersions(String bucket) {
        BucketVersioningStatus now =
                client.getBucketVersioning(request -> request.bucket(bucket)).status();
        if (now != BucketVersioningStatus.ENABLED) {
            client.putBucketVersioning(request -> request.bucket(bucket)
                    .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
            LOG.info("The bucket {} keeps versions from now on", bucket);
        }
    }

    private void setRules(String bucket) {
        List<LifecycleRule> now = rules(bucket);
        List<LifecycleRule> wanted = new ArrayList<>(now.stream()
                .filter(rule -> rule.id() == null || !rule.id().startsWith(OURS))
                .toList());
        wanted.addAll(ownRules());
        if (!now.equals(wanted)) {
            client.putBucketLifecycleConfiguration(request -> request.bucket(bucket)
                    .lifecycleConfiguration(
                            BucketLifecycleConfiguration.builder().rules(wanted).build()));
            LOG.info("The bucket {} cleans itself by {} rules", bucket, wanted.size());
        }
    }

    private List<LifecycleRule> rules(String bucket) {
        try {
            return client.getBucketLifecycleConfiguration(request -> request.bucket(bucket))
                    .rules();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return List.of();
            }
            throw e;
        }
    }

    private List<LifecycleRule> ownRules() {
        List<LifecycleRule> rules = new ArrayList<>();
        rules.add(rule("uploads", "")
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation((int) FORGOTTEN.toDays()))
                .build());
        rules.add(rule("versions", "")
                .noncurrentVersionExpiration(old -> old.noncurrentDays(settings.versionsDays()))
                .expiration(marker -> marker.expiredObjectDeleteMarker(true))
                .build());
        rules.add(rule("damaged", ObjectPlace.DAMAGED)
                .expiration(after -> after.days(settings.versionsDays()))
                .build());
        settings.evictableDays()
                .ifPresent(days -> rules.add(rule("evictable", ObjectPlace.EVICTABLE)
                        .expiration(after -> after.days(days))
                        .build()));
        return rules;
    }

    private static LifecycleRule.Builder rule(String name, String prefix) {
        return LifecycleRule.builder()
                .id(OURS + name)
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(prefix));
    }

    private void abortForgotten(String bucket) {
        Instant before = clock.instant().minus(FORGOTTEN);
        for (MultipartUpload upload : client.listMultipartUploadsPaginator(request -> request.bucket(bucket))
                .uploads()) {
            if (upload.initiated() != null && upload.initiated().isBefore(before)) {
                client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
                LOG.info("Removed the parts of {} that a node left in {}", upload.key(), bucket);
            }
        }
    }

    private static void attempt(String bucket, String what, String instead, Runnable requests) {
        try {
            requests.run();
        } catch (SdkException e) {
            String why = S3Failures.isForbidden(e)
                    ? "the key may not"
                    : S3Failures.isUnsupported(e) ? "the store does not know how" : String.valueOf(e.getMessage());
            LOG.warn(
                    "The bucket {} will not {}: {}; {} by other means, or set manage.buckets = false",
                    bucket,
                    what,
                    why,
                    instead);
            LOG.debug("Why the bucket could not be brought into order", e);
        }
    }
}
