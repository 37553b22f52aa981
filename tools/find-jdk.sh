# SPDX-License-Identifier: Apache-2.0
# Sourced by ./jvmm and ./verify. find_jdk sets jdk_home and jdk_version to a JDK of at least $jdk_minimum:
# JAVA_HOME if it is new enough, else the java on PATH if it is, else the newest under $jdk_folder.
# Without one it says what to install and exits with 3. It starts no process unless a JDK has no release file.

jdk_minimum=25
jdk_folder=${JVMM_JDK_FOLDER:-/usr/lib/jvm}

# jdk_feature HOME: sets feature to the feature release (25), version to the full one; fails if HOME holds no JDK.
jdk_feature() {
    local line
    feature=0 version=
    [[ -x $1/bin/java ]] || return 1
    if [[ -r $1/release ]]; then
        while IFS= read -r line; do
            case $line in
                JAVA_RUNTIME_VERSION=*) version=${line#*=} ;;
                JAVA_VERSION=*) version=${version:-${line#*=}} ;;
            esac
        done <"$1/release"
    else
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version \("[^"]*"\).*/\1/p')
    fi
    version=${version//\"/}
    feature=${version%%[!0-9]*}
    feature=${feature:-0}
}

# jdk_try HOME: takes HOME if it is new enough.
jdk_try() {
    local feature version
    jdk_feature "$1" || return 1
    ((feature >= jdk_minimum)) || return 1
    jdk_home=$1 jdk_version=$version
}

find_jdk() {
    local feature version candidate on_path best=0 seen=
    jdk_home= jdk_version=
    if [[ -n ${JAVA_HOME:-} ]] && jdk_try "$JAVA_HOME"; then
        return
    fi
    if on_path=$(type -P java); then
        on_path=$(readlink -f "$on_path")
        if jdk_try "${on_path%/bin/java}"; then
            return
        fi
    fi
    for candidate in "$jdk_folder"/*; do
        [[ ! -L $candidate ]] && jdk_feature "$candidate" || continue
        seen+=" $feature"
        if ((feature >= jdk_minimum && feature > best)); then
            best=$feature jdk_home=$candidate jdk_version=$version
        fi
    done
    if ((best == 0)); then
        echo "jvmm needs JDK $jdk_minimum or newer; found${seen:+ only}${seen:- none}. Install the package openjdk-$jdk_minimum-jdk" \
            "or temurin-$jdk_minimum-jdk, or set JAVA_HOME to such a JDK." >&2
        exit 3
    fi
}
