#!/usr/bin/env bash
# Puts 一站通 into this user's application menu, or takes it out again. Nothing else is touched: the program stays
# in its checkout and the data where they are.
#   installer/menu_entry.sh install | remove
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/yizhantong.desktop
icon=$share/icons/hicolor/scalable/apps/yizhantong.svg

case ${1:-} in
  install)
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
    cp "$root/resources/icons/yizhantong.svg" "$icon"
    # A path in Exec is quoted; backslash, quote, dollar and backquote in it are escaped (Desktop Entry Specification).
    quoted=$(printf '%s' "$root/scripts/run.sh" | sed 's/[\\"$`]/\\\\&/g')
    printf '%s\n' '[Desktop Entry]' 'Type=Application' 'Version=1.5' 'Name=一站通' 'Comment=消费投诉：受理、调查、调解、执行、回复、归档' \
      "Exec=\"$quoted\"" 'Icon=yizhantong' 'Terminal=false' 'Categories=Office;' 'StartupWMClass=yizhantong' >"$entry.part"
    mv "$entry.part" "$entry"
    echo "已放进应用程序菜单：$entry"
    ;;
  remove)
    rm -f "$entry" "$icon"
    echo "已从应用程序菜单移走，程序和数据没有动。"
    ;;
  *)
    echo "用法：installer/menu_entry.sh install（放进菜单）或 remove（移走）" >&2
    exit 2
    ;;
esac
