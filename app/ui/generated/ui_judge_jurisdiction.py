# From forms/screens/judge_jurisdiction.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Who judged; the questions stand above.

################################################################################
## Form generated from reading UI file 'judge_jurisdiction.ui'
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

from app.ui.widgets.designed_rows import TextRow

class Ui_JudgeJurisdictionForm(object):
    def setupUi(self, JudgeJurisdictionForm):
        if not JudgeJurisdictionForm.objectName():
            JudgeJurisdictionForm.setObjectName(u"JudgeJurisdictionForm")
        self.grid = QGridLayout(JudgeJurisdictionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.by_row = TextRow(JudgeJurisdictionForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 0, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(JudgeJurisdictionForm)

        QMetaObject.connectSlotsByName(JudgeJurisdictionForm)
    # setupUi

    def retranslateUi(self, JudgeJurisdictionForm):
        self.by_row.setCaption(QCoreApplication.translate("JudgeJurisdictionForm", u"\u5224\u65ad\u4eba", None))
        pass
    # retranslateUi
