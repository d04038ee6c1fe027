package dev.kubechat.chat;

import dev.kubechat.chat.PostClaim.Wanted;
import dev.kubechat.work.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a platform show what the rows of core.post want. Any number of workers and replicas may take turns; a call of the port
 * is made outside any transaction. What a crash leaves undone, another turn does when the lease is over.
 */
public final class PostWorker implements Turn {

    private static final Logger LOG = LoggerFactory.getLogger(PostWorker.class);

    private final ChatPlatform platform;
    private final PostClaims claims;
    private final RandomGenerator random;

    /**
     * @param owner names this process on the rows it holds, for people who look at them
     * @param lease how long a row is held; longer than any call of the port takes, as another worker takes over after it
     */
    public PostWorker(
            ChatPlatform platform,
            JdbcClient jdbc,
            String owner,
            Duration lease,
            RandomGenerator random) {
        this.platform = platform;
        this.claims = new PostClaims(jdbc, platform.id(), owner, lease);
        this.random = random;
    }

    @Override
    public boolean take() {
        var claim = claims.next();
        claim.ifPresent(this::makeItSo);
        return claim.isPresent();
    }

    private void makeItSo(PostClaim claim) {
        if (appears(claim)
                && !claims.channelIsFree(claim, platform.manners().pauseBetweenPosts())) {
            claims.untilChannelIsFree(claim);
            return;
        }
        try {
            if (!claims.shown(claim, show(claim))) {
                LOG.warn("Post {} took longer than its lease and is shown once more", claim.id());
            }
        } catch (ChatRateLimited patience) {
            claims.later(claim, patience.retryAfter(), "the platform asked for patience");
            claims.pauseChannel(claim.thread(), patience.retryAfter());
        } catch (ChatUnavailable away) {
            var wait = BackOff.after(claim.failures(), random);
            LOG.info(
                    "Post {} waits {} ms, {} is away: {}",
                    claim.id(),
                    wait.toMillis(),
                    platform.id(),
                    away.getMessage());
            claims.later(claim, wait, String.valueOf(away.getMessage()));
        } catch (ChatRefused never) {
            LOG.warn(
                    "Post {} is given up, {} refused it: {}",
                    claim.id(),
                    platform.id(),
                    never.getMessage());
            claims.giveUp(claim, String.valueOf(never.getMessage()));
        }
    }

    private static boolean appears(PostClaim claim) {
        return claim.wanted() instanceof Wanted.Shown && claim.ref().isEmpty();
    }

    private Optional<PostRef> show(PostClaim claim) {
        return switch (claim.wanted()) {
            case Wanted.Marked marked -> {
                platform.mark(claim.thread(), marked.message(), marked.mark());
                yield Optional.empty();
            }
            case Wanted.Gone gone -> {
                takeAway(claim, gone);
                yield Optional.empty();
            }
            case Wanted.Shown shown -> {
                var content = Fit.into(platform.manners(), shown.content());
                yield Optional.of(
                        claim.ref().isPresent()
                                ? edit(claim, claim.ref().get(), shown.key(), content)
                                : post(claim, shown.key(), content));
            }
        };
    }

    private PostRef edit(PostClaim claim, PostRef ref, PostKey key, Content content) {
        try {
            platform.edit(ref, content);
            return ref;
        } catch (PostGone gone) {
            return post(claim, key, content);
        }
    }

    private PostRef post(PostClaim claim, PostKey key, Content content) {
        if (claim.audience() instanceof Audience.Only && !platform.manners().privatePosts()) {
            throw new ChatRefused(
                    "%s cannot show a post to one person alone".formatted(platform.id()));
        }
        var ref = platform.post(key, claim.thread(), claim.audience(), content);
        if (claim.version() > 1 && claim.mayBeShownAlready()) {
            platform.edit(
                    ref, content); // an earlier turn may have posted an earlier content and died
        }
        return ref;
    }

    private void takeAway(PostClaim claim, Wanted.Gone gone) {
        if (claim.ref().isPresent()) {
            platform.delete(claim.ref().get());
        } else if (claim.mayBeShownAlready()) {
            // A turn may have posted it and died before it could say where: the key finds it.
            platform.delete(
                    platform.post(
                            gone.key(),
                            claim.thread(),
                            claim.audience(),
                            Message.of("Withdrawn.")));
        }
    }
}
