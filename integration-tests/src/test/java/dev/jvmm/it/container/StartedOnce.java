// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Instant;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerStatus;

/** A container counts as started whether it runs still or has ended well. */
final class StartedOnce extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient docker, String containerId) {
        InspectContainerResponse.ContainerState state = getCurrentState(docker, containerId);
        if (DockerStatus.isContainerRunning(state, null, Instant.now())
                || DockerStatus.isContainerExitCodeSuccess(state)) {
            return StartupStatus.SUCCESSFUL;
        }
        return DockerStatus.isContainerStopped(state) ? StartupStatus.FAILED : StartupStatus.NOT_YET_KNOWN;
    }
}
