# Sourced by mvnw and kubechat: exports a JAVA_HOME that holds JDK 25 or newer, or says in one sentence what is missing.
# Looks at $JAVA_HOME, at the java of the PATH, then where systems keep their JDKs. The oldest one that will do is taken.
# KUBECHAT_JVM_DIR and KUBECHAT_JAVA_HOME_TOOL stand in for the usual places, for the test of this file.

# Prints the feature version (25) of the JDK in the folder $1, or 0 where there is none.
kubechat_jdk_version() {
  if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ]; then
    if [ -r "$1/release" ]; then
      kubechat_v=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
    else
      kubechat_v=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    case $kubechat_v in '' | *[!0-9]*) echo 0 ;; *) echo "$kubechat_v" ;; esac
  else
    echo 0
  fi
}

# Prints the folder of the JDK to use, or nothing.
kubechat_find_jdk() (
  set +f
  unset -f command 2>/dev/null || :
  if [ -n "${JAVA_HOME-}" ] && [ "$(kubechat_jdk_version "$JAVA_HOME")" -ge 25 ]; then
    printf '%s\n' "$JAVA_HOME"
    exit 0
  fi
  if command -v java >/dev/null 2>&1; then
    home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    if [ -n "$home" ] && [ "$(kubechat_jdk_version "$home")" -ge 25 ]; then
      printf '%s\n' "$home"
      exit 0
    fi
  fi
  tool=${KUBECHAT_JAVA_HOME_TOOL-/usr/libexec/java_home}
  if [ -x "$tool" ] && home=$("$tool" -v 25+ 2>/dev/null) && [ "$(kubechat_jdk_version "$home")" -ge 25 ]; then
    printf '%s\n' "$home"
    exit 0
  fi
  best=0 found=
  for home in "${KUBECHAT_JVM_DIR-/usr/lib/jvm}"/* "${HOME-/nonexistent}"/.sdkman/candidates/java/*; do
    version=$(kubechat_jdk_version "$home")
    if [ "$version" -ge 25 ] && { [ "$best" -eq 0 ] || [ "$version" -lt "$best" ]; }; then
      best=$version found=$home
    fi
  done
  printf '%s\n' "$found"
)

JAVA_HOME=$(kubechat_find_jdk)
if [ -z "$JAVA_HOME" ]; then
  echo "KubeChat needs JDK 25 or newer and found none: install one under ${KUBECHAT_JVM_DIR-/usr/lib/jvm}, or export JAVA_HOME with the folder of one." >&2
  exit 1
fi
export JAVA_HOME
