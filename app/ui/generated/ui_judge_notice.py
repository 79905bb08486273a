# From forms/screens/judge_notice.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Whether a law demands telling the result.

################################################################################
## Form generated from reading UI file 'judge_notice.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import RadioRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_JudgeNoticeForm(object):
    def setupUi(self, JudgeNoticeForm):
        if not JudgeNoticeForm.objectName():
            JudgeNoticeForm.setObjectName(u"JudgeNoticeForm")
        self.grid = QGridLayout(JudgeNoticeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.owed_row = RadioRow(JudgeNoticeForm)
        self.owed_row.setObjectName(u"owed_row")
        self.owed_row.setProperty(u"path", u"owed")
        self.owed_row.setMandatory(True)

        self.grid.addWidget(self.owed_row, 0, 0, 1, 2)

        self.law_row = TextRow(JudgeNoticeForm)
        self.law_row.setObjectName(u"law_row")
        self.law_row.setProperty(u"path", u"law")
        self.law_row.setLimit(100)

        self.grid.addWidget(self.law_row, 1, 0, 1, 2)

        self.article_row = TextRow(JudgeNoticeForm)
        self.article_row.setObjectName(u"article_row")
        self.article_row.setProperty(u"path", u"article")
        self.article_row.setLimit(100)

        self.grid.addWidget(self.article_row, 2, 0, 1, 1)

        self.on_row = DayRow(JudgeNoticeForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 1, 1, 1)

        self.reward_row = RadioRow(JudgeNoticeForm)
        self.reward_row.setObjectName(u"reward_row")
        self.reward_row.setProperty(u"path", u"reward")
        self.reward_row.setMandatory(True)

        self.grid.addWidget(self.reward_row, 3, 0, 1, 2)

        self.reward_note_row = TextRow(JudgeNoticeForm)
        self.reward_note_row.setObjectName(u"reward_note_row")
        self.reward_note_row.setProperty(u"path", u"reward_note")
        self.reward_note_row.setLimit(300)

        self.grid.addWidget(self.reward_note_row, 4, 0, 1, 2)

        self.by_row = TextRow(JudgeNoticeForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 5, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(JudgeNoticeForm)

        QMetaObject.connectSlotsByName(JudgeNoticeForm)
    # setupUi

    def retranslateUi(self, JudgeNoticeForm):
        self.owed_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u544a\u77e5\u4e3e\u62a5\u4eba\u5904\u7406\u7ed3\u679c", None))
        self.law_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u89c4\u5b9a\u5e94\u5f53\u544a\u77e5\u6216\u8005\u5956\u52b1\u7684\u6cd5\u5f8b\u3001\u6cd5\u89c4\u3001\u89c4\u7ae0", None))
        self.law_row.setPlaceholder(QCoreApplication.translate("JudgeNoticeForm", u"\u5982 \u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd\u98df\u54c1\u5b89\u5168\u6cd5", None))
        self.article_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u7b2c\u51e0\u6761", None))
        self.article_row.setPlaceholder(QCoreApplication.translate("JudgeNoticeForm", u"\u5982 \u4e00\u767e\u4e00\u5341\u4e94", None))
        self.on_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u5224\u65ad\u65e5\u671f", None))
        self.reward_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u5bf9\u4e3e\u62a5\u4eba\u5956\u52b1", None))
        self.reward_note_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u5956\u52b1\u7684\u8bf4\u660e", None))
        self.by_row.setCaption(QCoreApplication.translate("JudgeNoticeForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
